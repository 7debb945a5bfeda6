// One phone: a person's chat with the bot, kept equal to what the server says stands there.

import { Log } from "./log.js";
import { Menu } from "./menu.js";
import { act, ask } from "./server.js";
import { translate, word } from "./words.js";

const KEPT = 400;

export class Phone {
  /** `desk` knows the bot, opens deep links and tells of mistakes: `bot`, `openLink(payload, phone)`, `complain(error)`. */
  constructor(actor, desk) {
    this.actor = actor;
    this.desk = desk;
    this.state = { screen: [], commands: [], notices: [], known: false, blocked: false, description: "" };
    this.version = -1;
    this.noticesSeen = null;
    this.root = document.querySelector("#phone").content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.log = new Log(this.find(".log"), this.find(".down"), actor.chat_id, this.deeds());
    this.input = this.find("textarea");
    this.find(".who").textContent = actor.label;
    this.find(".face").textContent = desk.bot.name.slice(0, 1);
    this.find(".name strong").textContent = desk.bot.name;
    this.log.root.setAttribute("aria-label", `${word("chatOf")} ${actor.label}`);
    this.wire();
    this.menus();
  }

  get known() { return this.state.known; }

  /** What a press on a message does. */
  deeds() {
    return {
      bot: this.desk.bot.username,
      tap: (message, data, key) => this.tap(message, data, key),
      edit: (own) => this.edit(own),
      command: (command) => this.say(command),
      deepLink: (payload) => this.desk.openLink(payload, this),
    };
  }

  wire() {
    this.find(".compose").addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
      if (event.key === "Escape") this.stopEditing();
      if (event.key === "ArrowUp" && !this.input.value && !this.editing) this.editLast(event);
      if (event.key === "ArrowDown" && !this.commands.panel.hidden) this.commands.panel.querySelector("button")?.focus();
    });
    this.input.addEventListener("input", () => { this.grow(); this.suggest(); });
    this.find(".stop-editing").addEventListener("click", () => this.stopEditing());
    this.find(".start").addEventListener("click", () => this.start());
  }

  menus() {
    const chat = (what) => () => this.do(what);
    this.commands = new Menu(this.find(".slash"), this.find(".menu-commands"), () => this.commandItems(""));
    this.clip = new Menu(this.find(".clip"), this.find(".menu-clip"), () =>
      ["photo", "voice", "sticker"].map((what) => ({ label: word(what), press: chat(what) })));
    this.more = new Menu(this.find(".more"), this.find(".menu-more"), () =>
      [this.state.blocked ? { label: word("unblock"), press: chat("unblock") } : { label: word("block"), press: chat("block") }]);
  }

  commandItems(typed) {
    const fits = this.state.commands.filter(({ command }) => command.startsWith(typed));
    const items = fits.map(({ command, description }) => ({
      label: `/${command}`, note: description, press: () => { this.input.value = ""; this.say(`/${command}`); this.input.focus(); },
    }));
    return items.length || typed ? items : [{ label: word("noCommands") }];
  }

  suggest() {
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (typed && !this.editing) this.commands.fill(this.commandItems(typed[1]).filter((item) => item.press));
    else this.commands.close(false);
  }

  // --- what a person does -----------------------------------------------------------------------

  async do(what, more) {
    this.log.low = true;
    try { return await act(this.actor.chat_id, what, more); } catch (error) { this.desk.complain(error); return null; }
  }

  say(text) { return this.do("send", { text }); }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const editing = this.editing;
    this.stopEditing();
    this.input.value = "";
    this.grow();
    this.commands.close(false);
    await (editing ? this.do("edit", { message_id: editing.message_id, text }) : this.say(text));
  }

  async start() {
    if (this.state.blocked) { await this.do("unblock"); return; }
    await this.do("open_link", { payload: this.actor.waiting_link?.payload ?? "" });
    this.input.focus();
  }

  openLink(payload) { return this.do("open_link", { payload }); }

  edit(message) {
    this.editing = message;
    this.find(".editing").hidden = false;
    this.input.value = message.text;
    this.grow();
    this.input.focus();
  }

  editLast(event) {
    const own = this.state.screen.filter((message) => !message.from_bot && message.kind === "text");
    if (own.length) { event.preventDefault(); this.edit(own.at(-1)); }
  }

  stopEditing() {
    if (this.editing) this.input.value = "";
    this.editing = null;
    this.find(".editing").hidden = true;
    this.grow();
  }

  async tap(message, data, key) {
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), 4000);
    await this.do("tap", { message_id: message.message_id, data });
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
  }

  // --- what a person sees -----------------------------------------------------------------------

  /** Called with the server's newest version number: fetches when it is another, one fetch at a time. */
  async follow(version) {
    this.wanted = version;
    if (this.fetching) return;
    this.fetching = true;
    try {
      while (this.version !== this.wanted) {
        const state = await ask(`chat?chat_id=${this.actor.chat_id}&last=${KEPT}`);
        this.version = state.version;
        this.wanted = Math.max(this.wanted, state.version);
        this.state = state;
        this.draw();
      }
    } catch (error) { this.desk.complain(error); } finally { this.fetching = false; }
  }

  draw(all = false) {
    this.log.draw(this.state, all);
    this.footer();
    this.popUp();
  }

  footer() {
    const closed = !this.state.known || this.state.blocked;
    const start = this.find(".start");
    this.find(".compose").hidden = closed;
    start.hidden = !closed;
    start.textContent = this.state.blocked ? word("unblock") : this.actor.waiting_link?.label ?? word("start");
    this.root.classList.toggle("silent", closed);
  }

  popUp() {
    if (this.version < 0) return;
    const { notices } = this.state;
    const fresh = this.noticesSeen === null ? [] : notices.slice(this.noticesSeen);
    this.noticesSeen = notices.length;
    if (!fresh.length) return;
    const pop = this.find(".pop");
    pop.textContent = fresh.at(-1);
    pop.classList.add("shown");
    clearTimeout(this.popTimer);
    this.popTimer = setTimeout(() => { pop.classList.remove("shown"); pop.textContent = ""; }, 3500);
  }

  retell() {
    translate(this.root);
    this.log.root.setAttribute("aria-label", `${word("chatOf")} ${this.actor.label}`);
    this.draw(true);
  }

  bottom() { this.log.bottom(); }
}
