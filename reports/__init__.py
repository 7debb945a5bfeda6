"""What can be looked at or taken along: pictures, papers, calendars. Values in, bytes out; words too are values."""
