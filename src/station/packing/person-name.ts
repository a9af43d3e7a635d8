import type { BenchFile } from '#contract/bench-file.ts';

/** What a person is called on screens: the name, with the badge beside it where two have the same; else the badge. */
export function personName({ people }: Pick<BenchFile, 'people'>, id: string): string {
  const name = people.find((person) => person.id === id)?.name;
  if (name === undefined) return id;
  return people.filter((person) => person.name === name).length > 1 ? `${name} (${id})` : name;
}
