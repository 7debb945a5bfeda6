#!/usr/bin/env bash
# `make bench`: Trede against its peers. ROUNDS=1 is a quick look; five rounds or more are written into docs/performance.md.
set -eu
cd "$(dirname "$0")/../.."
rounds="${ROUNDS:-5}"
write=()
if [ "$rounds" -ge 5 ] && [ "$#" -eq 0 ]; then write=(--write docs/performance.md); fi
if [ "$#" -eq 0 ]; then python tests/bench/plans.py; fi
exec python tests/bench/run_bots.py --rounds "$rounds" ${write[@]+"${write[@]}"} "$@"
