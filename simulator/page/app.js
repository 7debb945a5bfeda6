// Puts the demo page together: phones from the server's list, the clock, tabs on a narrow screen.

import { make } from "./bubble.js";
import { Clock } from "./clock.js";
import { Phone } from "./phone.js";
import { ask, listen } from "./server.js";
import { language, speak, translate, word } from "./words.js";

const $ = (selector) => document.querySelector(selector);
const NARROW = matchMedia("(max-width: 720px)");
let phones = [];

function complain(error) {
  const alert = $("#alert");
  alert.textContent = error.message;
  alert.hidden = false;
  clearTimeout(complain.timer);
  complain.timer = setTimeout(() => { alert.hidden = true; }, 8000);
}

/** A deep link to the bot was clicked in one chat: asks as whom to open it, the newest comer first. */
function openLink(payload, from) {
  const dialog = $("#as");
  const others = phones.filter((phone) => phone !== from).sort((a, b) => Number(a.known) - Number(b.known));
  const choices = [...others, from].map((phone) => {
    const choice = make("button", phone === from ? "" : "first", phone.actor.label);
    choice.value = String(phone.actor.chat_id);
    return choice;
  });
  $("#as-people").replaceChildren(...choices);
  dialog.returnValue = "";
  dialog.onclose = () => {
    const chosen = phones.find((phone) => String(phone.actor.chat_id) === dialog.returnValue);
    if (chosen) { show(chosen); chosen.openLink(payload); }
  };
  dialog.showModal();
  choices[0].focus();
}

/** On a narrow screen one phone is shown at a time. */
function show(phone) {
  phones.forEach((other, place) => {
    other.root.classList.toggle("shown", other === phone);
    const tab = $("#tabs").children[place];
    tab.setAttribute("aria-selected", String(other === phone));
    tab.tabIndex = other === phone ? 0 : -1;
    if (other === phone) tab.classList.remove("news");
  });
  phone.bottom();
}

function tabs() {
  $("#tabs").replaceChildren(...phones.map((phone, place) => {
    const tab = make("button", "", phone.actor.label);
    tab.type = "button";
    tab.id = `tab-${place}`;
    tab.setAttribute("role", "tab");
    phone.root.id = `phone-${place}`;
    tab.setAttribute("aria-controls", phone.root.id);
    tab.addEventListener("click", () => show(phone));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = (place + step + phones.length) % phones.length;
      show(phones[next]);
      $("#tabs").children[next].focus();
    });
    return tab;
  }));
}

function retell(clock) {
  translate();
  $("#push").setAttribute("aria-label", word("pushTime"));
  $("#tongue").setAttribute("aria-label", word("language"));
  for (const button of document.querySelectorAll("[data-tongue]")) {
    button.setAttribute("aria-pressed", String(button.dataset.tongue === language()));
  }
  phones.forEach((phone) => phone.retell());
  clock.draw();
}

function told(news, clock) {
  clock.tell(news.clock);
  phones.forEach((phone, place) => {
    const version = news.chats[phone.actor.chat_id];
    if (version === undefined) return;
    const hidden = NARROW.matches && !phone.root.classList.contains("shown");
    if (hidden && phone.version >= 0 && version > phone.version) {
      $("#tabs").children[place].classList.add("news");
    }
    phone.follow(version);
  });
}

async function begin() {
  const { title, bot, actors } = await ask("actors");
  document.title = `${title} · demo`;
  $("#title").textContent = title;
  phones = actors.map((actor) => new Phone(actor, { bot, openLink, complain }));
  $("#desk").replaceChildren(...phones.map((phone) => phone.root));
  const clock = new Clock(complain);
  tabs();
  speak(language());
  retell(clock);
  if (phones.length) show(phones[0]);
  for (const button of document.querySelectorAll("[data-tongue]")) {
    button.addEventListener("click", () => { speak(button.dataset.tongue); retell(clock); });
  }
  listen((news) => told(news, clock), (lost) => {
    document.body.classList.toggle("lost", lost);
    if (lost) complain(new Error(word("lost")));
  });
}

begin().catch(complain);
