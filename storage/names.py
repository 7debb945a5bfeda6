"""Finding a client in what was kept on the coach's side, so that erasing the client takes their name from it too."""

from dataclasses import dataclass

from state_machines.files import Client
from storage import codec


@dataclass(frozen=True, slots=True)
class Names:
    """What a client is called: the pseudonym, and the name that the coach gave."""

    id: str
    name: str

    @classmethod
    def of(cls, client: Client) -> "Names":
        """The names of this client."""
        return cls(client.id, client.name)

    def in_payload(self, payload: bytes) -> bool:
        """Whether an encoded value names the pseudonym, or is what the coach typed when asked for the name."""
        typed = b'"text":' + codec.to_json(self.name)
        return codec.to_json(self.id) in payload or (bool(self.name) and typed in payload)

    def in_words(self, words: str) -> bool:
        """Whether a letter holds one of the names, anywhere."""
        return any(name and name in words for name in (self.id, self.name))
