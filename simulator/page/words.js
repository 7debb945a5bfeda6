// The page's own words. What the bot says is the bot's business and is never translated here.

const WORDS = {
  nl: {
    hour: "+1 uur", next: "Volgende gebeurtenis", day: "Volgende dag", week: "Speel een week", stop: "Stop",
    pushTime: "De klok vooruitzetten", due: "straks:", nothingDue: "niets gepland", week_short: "week",
    bot: "bot", more: "Meer", commands: "Opdrachten van de bot", message: "Bericht", attach: "Foto, spraak of sticker",
    send: "Versturen", photo: "Foto", voice: "Spraakbericht", sticker: "Sticker", block: "Bot blokkeren",
    unblock: "Deblokkeren", start: "START", edited: "bewerkt", editing: "Bericht bewerken", edit: "Bewerken",
    cancel: "Annuleren", newest: "Naar het nieuwste bericht", protected: "Doorsturen en bewaren staat uit",
    openAs: "Deze link openen als", chatOf: "Chat van", nobody: "Nog geen gesprek.",
    nobodyHint: "Begin bij de coach: druk daar op START en nodig iemand uit. Die link open je in de andere chat.", forwarded: "Doorgestuurd bericht",
    whatCan: "Wat kan deze bot?", noCommands: "Deze bot heeft hier geen opdrachten", language: "Taal van deze pagina",
    moving: "De tijd loopt", arrived: "Het is nu", link: "een link ligt klaar", voiceLength: "spraakbericht van 3 seconden",
    lost: "De demo is gestopt. Start hem opnieuw en ververs deze pagina.", photoAlt: "foto",
  },
  en: {
    hour: "+1 hour", next: "Next event", day: "Next day", week: "Play a week", stop: "Stop",
    pushTime: "Push the clock", due: "soon:", nothingDue: "nothing planned", week_short: "week",
    bot: "bot", more: "More", commands: "Commands of the bot", message: "Message", attach: "Photo, voice or sticker",
    send: "Send", photo: "Photo", voice: "Voice message", sticker: "Sticker", block: "Block the bot",
    unblock: "Unblock", start: "START", edited: "edited", editing: "Edit message", edit: "Edit",
    cancel: "Cancel", newest: "To the newest message", protected: "Forwarding and saving are off",
    openAs: "Open this link as", chatOf: "Chat of", nobody: "No chat yet.",
    nobodyHint: "Begin as the coach: press START there and invite somebody. Then open that link in the other chat.", forwarded: "Forwarded message",
    whatCan: "What can this bot do?", noCommands: "This bot has no commands here", language: "Language of this page",
    moving: "Time is moving", arrived: "It is now", link: "a link lies ready", voiceLength: "voice message of 3 seconds",
    lost: "The demo has stopped. Start it again and reload this page.", photoAlt: "photo",
  },
};

let tongue = localStorage.getItem("tongue") === "en" ? "en" : "nl";

export const language = () => tongue;
export const word = (name) => WORDS[tongue][name];

export function speak(chosen) {
  tongue = chosen in WORDS ? chosen : "nl";
  localStorage.setItem("tongue", tongue);
  document.documentElement.lang = tongue;
}

/** Fills in every element that names its word or its label. */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
    element.title = word(element.dataset.label);
    if (element.tagName === "TEXTAREA") element.placeholder = word(element.dataset.label);
  }
}
