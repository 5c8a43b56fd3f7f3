// The emoji codes that Helpdesk and people here use; an unknown code stays as it is.

export const EMOJI = {
  arrow_right: "➡️", bell: "🔔", book: "📖", books: "📚", bulb: "💡", clock1: "🕐", eyes: "👀", gear: "⚙️",
  globe_with_meridians: "🌐", grey_question: "❔", heart: "❤️", hourglass_flowing_sand: "⏳", house: "🏠",
  information_source: "ℹ️", inbox_tray: "📥", key: "🔑", link: "🔗", lock: "🔒", mag: "🔍", memo: "📝",
  no_entry: "⛔", pencil: "📝", pencil2: "✏️", point_right: "👉", pray: "🙏", question: "❓", raising_hand: "🙋",
  robot_face: "🤖", rotating_light: "🚨", slightly_smiling_face: "🙂", smile: "😄", sos: "🆘", sparkles: "✨",
  speech_balloon: "💬", star: "⭐", star2: "🌟", tada: "🎉", thinking_face: "🤔", thumbsdown: "👎", thumbsup: "👍",
  "+1": "👍", "-1": "👎", warning: "⚠️", wave: "👋", white_check_mark: "✅", wrench: "🔧", x: "❌", zap: "⚡",
  heavy_check_mark: "✔️", bar_chart: "📊", email: "📧", envelope: "✉️", incoming_envelope: "📨", hand: "✋",
  bust_in_silhouette: "👤", busts_in_silhouette: "👥", large_green_circle: "🟢", large_yellow_circle: "🟡",
  red_circle: "🔴", white_circle: "⚪", no_entry_sign: "🚫", ballot_box_with_check: "☑️", pushpin: "📌",
};
