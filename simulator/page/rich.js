// A message's text with its entities, as DOM nodes. Text only ever becomes a text node.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span",
};

/** `links` decides what a click does: `command(text)` and `deepLink(payload)`; `bot` is the bot's username. */
export function richText(text, entities, links) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return slice(text, 0, text.length, sorted, links);
}

function slice(text, from, to, entities, links) {
  const piece = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; i += 1) {
    const { offset, length } = entities[i];
    const end = Math.min(offset + length, to);
    if (offset < at || offset >= to) continue;
    piece.append(text.slice(at, offset));
    const node = element(entities[i], text.slice(offset, end), links);
    const inner = entities.slice(i + 1).filter((other) => other.offset < end);
    node.append(slice(text, offset, end, inner, links));
    piece.append(node);
    at = end;
  }
  piece.append(text.slice(at, to));
  return piece;
}

function element(entity, covered, links) {
  if (entity.type === "bot_command") return pressable(() => links.command(covered));
  if (entity.type === "url") return link(covered, links);
  if (entity.type === "text_link") return link(entity.url, links);
  const node = document.createElement(TAGS[entity.type] ?? "span");
  if (entity.type === "spoiler") node.className = "spoiler";
  return node;
}

function link(url, links) {
  const payload = startPayload(url, links.bot);
  if (payload !== null) return pressable(() => links.deepLink(payload));
  const node = document.createElement("a");
  if (/^https?:\/\//i.test(url)) node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  return node;
}

function pressable(press) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = "inline";
  node.addEventListener("click", press);
  return node;
}

/** The payload of a link to this very bot, "" for one without; null for any other link. */
export function startPayload(url, bot) {
  let parsed;
  try { parsed = new URL(/^[a-z]+:/i.test(url) ? url : `https://${url}`); } catch { return null; }
  const web = parsed.hostname === "t.me" && parsed.pathname.replace(/\//g, "").toLowerCase() === bot.toLowerCase();
  const app = parsed.protocol === "tg:" && parsed.searchParams.get("domain")?.toLowerCase() === bot.toLowerCase();
  return web || app ? parsed.searchParams.get("start") ?? "" : null;
}
