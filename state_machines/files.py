"""The two kinds of file: a client's trajectory and a professional's desk. Each is one frozen snapshot.

A file holds all that a turn needs and is bounded: a rolling window of days, short lists, at most two plan versions.
Import what files are made of from here.
"""

from state_machines.client import COACHED as COACHED
from state_machines.client import LIST_MOST as LIST_MOST
from state_machines.client import WINDOW_DAYS as WINDOW_DAYS
from state_machines.client import Client as Client
from state_machines.client import archive as archive
from state_machines.client_day import COMPLAINT as COMPLAINT
from state_machines.client_day import FACTS as FACTS
from state_machines.client_day import Answer as Answer
from state_machines.client_day import Day as Day
from state_machines.entries import LANGUAGES as LANGUAGES
from state_machines.entries import Consent as Consent
from state_machines.entries import Consult as Consult
from state_machines.entries import Evaluated as Evaluated
from state_machines.entries import Invite as Invite
from state_machines.entries import Need as Need
from state_machines.entries import Request as Request
from state_machines.entries import Sheet as Sheet
from state_machines.entries import Typed as Typed
from state_machines.frozen import but as but
from state_machines.professional import Card as Card
from state_machines.professional import Facilitated as Facilitated
from state_machines.professional import Professional as Professional
from state_machines.professional import Sketch as Sketch

File = Client | Professional
