// The top bar: what time it is in the demo, and the buttons that push it.

import { fullMoment, shortMoment } from "./moments.js";
import { ask } from "./server.js";
import { word } from "./words.js";

const WEEK = 7 * 864e5;
const PACE = 350; // real ms between two events of a played week: slow enough to read along

export class Clock {
  constructor(complain) {
    this.complain = complain;
    this.clock = null;
    this.busy = false;
    this.stopping = false;
    this.buttons = [...document.querySelectorAll("[data-push]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.pressed(button.dataset.push));
  }

  tell(clock) {
    this.clock = clock;
    this.draw();
  }

  draw() {
    if (!this.clock) return;
    const now = new Date(this.clock.now);
    const shown = document.querySelector("#now");
    shown.textContent = fullMoment(now);
    shown.dateTime = this.clock.now;
    const next = this.clock.next && new Date(this.clock.next);
    document.querySelector("#next").textContent = next ? `${word("due")} ${shortMoment(next, now)}` : word("nothingDue");
    const busy = this.busy || this.clock.pushing;
    document.body.classList.toggle("pushing", busy);
    for (const button of this.buttons) {
      const stop = button.dataset.push === "week" && this.playing;
      button.disabled = busy && !stop;
      button.textContent = word(stop ? "stop" : button.dataset.push);
    }
  }

  async pressed(by) {
    if (this.playing) { this.stopping = true; return; }
    const spoken = document.querySelector("#spoken");
    this.busy = true;
    this.playing = by === "week";
    this.stopping = false;
    spoken.textContent = word("moving");
    this.draw();
    try { await (this.playing ? this.playWeek() : this.push({ by })); } catch (error) { this.complain(error); }
    this.busy = this.playing = false;
    this.draw();
    spoken.textContent = `${word("arrived")} ${fullMoment(new Date(this.clock.now))}`;
  }

  async push(wish) { this.tell(await ask("clock/push", wish)); }

  /** Event by event, so that one can read along and stop. */
  async playWeek() {
    const end = new Date(Date.parse(this.clock.now) + WEEK);
    while (!this.stopping) {
      const next = this.clock.next ? new Date(this.clock.next) : end;
      if (next >= end) { await this.push({ to: end.toISOString() }); return; }
      await this.push({ by: "next" });
      await new Promise((resume) => setTimeout(resume, PACE));
    }
  }
}
