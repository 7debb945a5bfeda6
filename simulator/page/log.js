// The messages of one chat on the screen: draws only what changed, so that nothing flickers and no focus is lost.

import { drawBubble, make } from "./bubble.js";
import { dayKey, dayName } from "./moments.js";
import { word } from "./words.js";

const NEAR = 80;

export class Log {
  /** `root` scrolls, `down` leads back to the newest message; `deeds` is what a press on a message does. */
  constructor(root, down, chatId, deeds) {
    Object.assign(this, { root, down, chatId, deeds });
    this.rows = new Map();
    this.low = true;
    down.addEventListener("click", () => this.bottom(true));
    root.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => { if (this.low) this.bottom(); this.size = this.measure(); }).observe(root);
  }

  /** Shows this chat; `all` draws also what did not change, for another language of the page. */
  draw(state, all) {
    const stick = this.low;
    const focused = this.focusedKey();
    const rows = [];
    let day = "";
    for (const message of state.screen) {
      const today = dayKey(new Date(message.date));
      if (today !== day) rows.push(this.day(today, new Date(message.date)));
      day = today;
      rows.push(this.row(message, all));
    }
    if (!state.known) rows.push(hint(state.description));
    this.arrange(rows);
    this.refocus(focused);
    if (stick) this.bottom();
  }

  row(message, all) {
    const text = JSON.stringify(message);
    const kept = this.rows.get(message.message_id) ?? this.newRow(message.message_id);
    if (kept.text === text && !all) return kept.node;
    Object.assign(kept, { message, text });
    drawBubble(kept.node, message, this.chatId, this.deeds);
    return kept.node;
  }

  newRow(id) {
    const kept = { node: make("div", "row"), text: null, message: null };
    kept.node.addEventListener("dblclick", () => {
      if (!kept.message.from_bot && kept.message.kind === "text") this.deeds.edit(kept.message);
    });
    this.rows.set(id, kept);
    return kept;
  }

  day(key, moment) {
    const id = `day ${key}`;
    const kept = this.rows.get(id) ?? { node: make("div", "day") };
    kept.node.textContent = dayName(moment);
    this.rows.set(id, kept);
    return kept.node;
  }

  /** Brings the screen to exactly these rows, touching only what stands elsewhere. */
  arrange(rows) {
    const wanted = new Set(rows);
    for (const node of [...this.root.children]) if (!wanted.has(node)) node.remove();
    rows.forEach((node, place) => {
      const there = this.root.children[place] ?? null;
      if (there !== node) this.root.insertBefore(node, there);
    });
    const own = rows.map((node) => (node.classList.contains("row") ? node.classList.contains("own") : null));
    rows.forEach((node, place) => node.classList.toggle("last", own[place] !== own[place + 1]));
    for (const [id, kept] of this.rows) if (!wanted.has(kept.node)) this.rows.delete(id);
  }

  /** An edit draws the focused key anew: the fingers stay where they were. */
  focusedKey() {
    const key = this.root.contains(document.activeElement) ? document.activeElement.closest(".key") : null;
    return key && { row: key.closest(".row"), data: key.dataset.key };
  }

  refocus(focused) {
    if (!focused || this.root.contains(document.activeElement)) return;
    const keys = [...focused.row.querySelectorAll(".key")];
    (keys.find((key) => key.dataset.key === focused.data) ?? keys[0] ?? this.root).focus({ preventScroll: true });
  }

  /** A window that changes its size scrolls too: that is not the reader leaving the newest message. */
  scrolled() {
    if (this.size === this.measure()) this.low = this.atBottom();
    this.down.hidden = this.atBottom();
  }

  measure() { return `${this.root.clientWidth} ${this.root.clientHeight}`; }

  atBottom() { return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < NEAR; }

  bottom(smooth = false) {
    this.low = true;
    this.root.scrollTo({ top: this.root.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }
}

function hint(about) {
  const title = make("strong", "", about ? word("whatCan") : word("nobody"));
  return make("div", "hint", title, make("p", "", about || word("nobodyHint")));
}
