// A small menu that opens at a button: arrows move, Escape closes, a click outside closes.

import { make } from "./bubble.js";

export class Menu {
  /** `items()` gives `[{label, note, press}]` each time it opens. */
  constructor(button, panel, items) {
    Object.assign(this, { button, panel, items });
    button.addEventListener("click", () => (panel.hidden ? this.open() : this.close()));
    panel.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => {
      if (!panel.contains(event.target) && !button.contains(event.target)) this.close(false);
    });
  }

  open() {
    this.fill(this.items());
    this.panel.querySelector("button")?.focus();
  }

  fill(items) {
    this.panel.replaceChildren(...items.map((item) => this.entry(item)));
    this.panel.hidden = items.length === 0;
    this.button.setAttribute("aria-expanded", String(!this.panel.hidden));
  }

  entry(item) {
    if (!item.press) return make("p", "menu-note", item.label);
    const node = make("button", "", make("strong", "", item.label), ...(item.note ? [make("span", "", item.note)] : []));
    node.type = "button";
    node.setAttribute("role", "menuitem");
    node.addEventListener("click", () => { this.close(false); item.press(); });
    return node;
  }

  close(focus = true) {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (focus) this.button.focus();
  }

  key(event) {
    const entries = [...this.panel.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (step) entries[(entries.indexOf(document.activeElement) + step + entries.length) % entries.length]?.focus();
    else return;
    event.preventDefault();
  }
}
