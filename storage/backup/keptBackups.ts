/** Days and weeks of which a file is kept. */
const DAYS = 7;
const WEEKS = 4;
const DAY = 86_400_000;

/** A file written to the downloads folder. */
export interface WrittenFile {
  /** The browser's number of the download. */
  id: number;
  name: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** Monday of a time's week counts them, in days since 1970; 1970-01-01 was a Thursday. */
const weekOf = (time: number) => Math.floor((time / DAY + 3) / 7);

/**
 * Pure: which files stay. The newest of each of the last 7 days that have one, and the newest of each of
 * the last 4 weeks that have one: a month without changes must not make old backups go.
 */
export function keptBackups(files: WrittenFile[]): WrittenFile[] {
  const newestFirst = [...files].sort((a, b) => (a.at < b.at ? 1 : -1));
  const days = new Map<string, WrittenFile>();
  const weeks = new Map<number, WrittenFile>();
  for (const file of newestFirst) {
    const day = file.at.slice(0, 10);
    const week = weekOf(Date.parse(file.at));
    if (!days.has(day) && days.size < DAYS) days.set(day, file);
    if (!weeks.has(week) && weeks.size < WEEKS) weeks.set(week, file);
  }
  const kept = new Set([...days.values(), ...weeks.values()]);
  return newestFirst.filter((file) => kept.has(file));
}
