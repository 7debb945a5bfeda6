// One message as it stands on a phone.

import { fileUrl } from "./server.js";
import { clockTime } from "./moments.js";
import { richText, startPayload } from "./rich.js";
import { word } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

export function make(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

/** Draws `message` into `row`, whatever stood there. `deeds`: tap, edit, command, deepLink, bot. */
export function drawBubble(row, message, chatId, deeds) {
  row.className = `row ${message.from_bot ? "theirs" : "own"} is-${message.kind}${message.text ? "" : " bare"}`;
  const bubble = make("div", "bubble");
  if (message.forwarded) bubble.append(make("div", "forwarded", word("forwarded")));
  const attached = attachment(message, chatId);
  if (attached) bubble.append(attached);
  if (message.text) bubble.append(make("div", "text", richText(message.text, message.entities, deeds)));
  bubble.append(stamp(message));
  if (!message.from_bot && message.kind === "text") bubble.append(pen(message, deeds));
  row.replaceChildren(bubble);
  if (message.buttons.length) row.append(keyboard(message, deeds));
}

function attachment(message, chatId) {
  const draw = { photo, document: paper, voice, sticker }[message.kind];
  return draw ? draw(message, fileUrl(chatId, message.message_id)) : null;
}

function photo(message, url) {
  const image = make("img", "picture");
  image.src = url;
  image.alt = message.text || word("photoAlt");
  image.width = message.file.width;
  image.height = message.file.height;
  return image;
}

function paper(message, url) {
  const size = `${Math.max(1, Math.round(message.file.bytes / 1024))} kB`;
  const name = make("span", "paper-name", make("strong", "", message.file.name), make("small", "", size));
  const node = make("a", "paper", make("span", "paper-icon", icon("file")), name);
  node.href = url;
  node.download = message.file.name;
  return node;
}

function voice() {
  const wave = make("span", "wave");
  for (const height of [5, 9, 14, 8, 16, 11, 6, 13, 18, 9, 5, 12, 15, 7, 10, 5]) {
    const bar = make("i");
    bar.style.height = `${height}px`;
    wave.append(bar);
  }
  const node = make("div", "voice-note", make("span", "paper-icon", icon("play")), wave, make("small", "", "0:03"));
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", word("voiceLength"));
  return node;
}

function sticker() {
  const node = make("div", "sticker-face", "👍");
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", word("sticker"));
  return node;
}

function stamp(message) {
  const time = make("time", "", clockTime(new Date(message.date)));
  time.dateTime = message.date;
  const node = make("span", "stamp");
  if (message.protected) {
    const lock = make("span", "lock", icon("lock"));
    lock.title = word("protected");
    lock.setAttribute("role", "img");
    lock.setAttribute("aria-label", word("protected"));
    node.append(lock);
  }
  if (message.edited) node.append(make("span", "edited", word("edited")));
  node.append(time);
  return node;
}

function pen(message, deeds) {
  const button = make("button", "icon pen", icon("pen"));
  button.type = "button";
  button.title = word("edit");
  button.setAttribute("aria-label", `${word("edit")}: ${message.text.slice(0, 40)}`);
  button.addEventListener("click", () => deeds.edit(message));
  return button;
}

function keyboard(message, deeds) {
  const rows = message.buttons.map((buttons) => make("div", "keys", ...buttons.map((b) => key(message, b, deeds))));
  return make("div", "keyboard", ...rows);
}

function key(message, button, deeds) {
  const node = make("button", "key", make("span", "", button.label));
  node.type = "button";
  node.dataset.key = button.data ?? button.url;
  if (button.url) node.append(icon("link"));
  node.addEventListener("click", () => (button.url ? follow(button.url, deeds) : deeds.tap(message, button.data, node)));
  return node;
}

function follow(url, deeds) {
  const payload = startPayload(url, deeds.bot);
  if (payload !== null) deeds.deepLink(payload);
  else if (/^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}
