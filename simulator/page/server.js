// The only place that talks to the server.

/** Asks below /sim/; throws an Error with the server's reason. */
export async function ask(path, wish) {
  const options = wish === undefined ? {} : {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(wish),
  };
  const answer = await fetch(`/sim/${path}`, options);
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

export const act = (chatId, what, more = {}) => ask("act", { chat_id: chatId, do: what, ...more });
export const fileUrl = (chatId, messageId) => `/sim/file?chat_id=${chatId}&message_id=${messageId}`;

/** Calls `told` at every change, `lost(true|false)` when the line breaks or comes back. */
export function listen(told, lost) {
  const stream = new EventSource("/sim/events");
  stream.onmessage = (event) => { lost(false); told(JSON.parse(event.data)); };
  stream.onerror = () => lost(true);
}
