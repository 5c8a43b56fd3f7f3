// Light and dark: the system's wish, or what was chosen here.

export function startTheme(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => localStorage.getItem("theme") ?? (system.matches ? "dark" : "light");
  const show = () => {
    const dark = current() === "dark";
    document.documentElement.dataset.theme = current();
    button.textContent = dark ? "☀️" : "🌙";
    button.title = dark ? "Light colours" : "Dark colours";
    button.setAttribute("aria-label", button.title);
  };
  button.addEventListener("click", () => {
    localStorage.setItem("theme", current() === "dark" ? "light" : "dark");
    show();
  });
  system.addEventListener("change", show);
  show();
}
