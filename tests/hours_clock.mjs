// Reads [{payload, instants}, …] from standard input, instants in milliseconds, and writes what the pages'
// own script makes of each of them.
import { readFileSync } from "node:fs";

const clock = await import(process.argv[2]);
const asked = JSON.parse(readFileSync(0, "utf8"));

function told({ days, words }, instant) {
  const state = clock.stateAt(days, instant);
  if (!state) return null;
  const text = state.is === "shut" ? "" : clock.timeWords(state, words);
  return { is: state.is, at: state.at ?? null, text, note: clock.lastHourWords(state, words) };
}

const answers = asked.map(({ payload, instants }) => instants.map((instant) => told(payload, instant)));
process.stdout.write(JSON.stringify(answers));
