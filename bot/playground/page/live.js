// The one connection to the playground: what a person sees comes in, what they do goes out.

export const FIRST = "anna"; // who one is at the first visit
const AGAIN = 1000; // milliseconds until a lost connection is tried again

export class Live {
  constructor(onState, onLost) {
    this.onState = onState;
    this.onLost = onLost;
    this.waiting = new Map();
    this.number = 0;
  }

  open(person) {
    this.person = person;
    this.socket?.close();
    const socket = new WebSocket(`ws://${location.host}/live?as=${encodeURIComponent(person)}`);
    this.socket = socket;
    socket.addEventListener("message", (event) => {
      if (socket === this.socket) this.heard(JSON.parse(event.data));
    });
    socket.addEventListener("close", () => {
      if (socket !== this.socket) return;
      this.onLost();
      setTimeout(() => socket === this.socket && this.open(this.person), AGAIN);
    });
  }

  heard(frame) {
    if (frame.type === "state") {
      this.onState(frame);
      return;
    }
    if (frame.number === undefined) {
      this.open(FIRST); // whoever was here last time is not known any more
      return;
    }
    const waiting = this.waiting.get(frame.number);
    this.waiting.delete(frame.number);
    if (frame.type === "refused") waiting?.reject(new Error(frame.sentence));
    else waiting?.resolve(frame.result);
  }

  ask(deed, fields = {}) {
    if (this.socket?.readyState !== WebSocket.OPEN) {
      return Promise.reject(new Error("The playground does not answer; is it still running?"));
    }
    this.number += 1;
    const number = this.number;
    this.socket.send(JSON.stringify({ do: deed, number, ...fields }));
    return new Promise((resolve, reject) => this.waiting.set(number, { resolve, reject }));
  }
}
