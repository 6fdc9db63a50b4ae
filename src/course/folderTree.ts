/** What stands in which folder: tells students' own folders from those of groups, by what they hold. */

import { entryOf } from "../engine/maps.ts";

export class FolderTree {
  /** Folder → the names in it. */
  readonly #names = new Map<string, Set<string>>();
  /** Name → the outermost folders below which it stands: nobody makes another's name a common one. */
  readonly #tops = new Map<string, Set<string>>();
  readonly #allTops = new Set<string>();

  /** @param chain the folders that can be people's @param own the name that the file bears itself, or empty */
  add(folders: readonly string[], chain: readonly string[], own: string): void {
    const top = chain[0] ?? folders[0] ?? "";
    this.#allTops.add(top);
    for (let depth = 1; depth < chain.length; depth++) {
      this.#enter(`>${chain.slice(0, depth).join("/")}`, chain[depth] as string, top);
    }
    if (own !== "") this.#enter(folders.join("/"), own, top);
  }

  #enter(folder: string, name: string, top: string): void {
    entryOf(this.#names, folder, () => new Set()).add(name);
    entryOf(this.#tops, name, () => new Set()).add(top);
  }

  /** Whether there are several people's folders in that one: names that don't recur, or it is around everything. */
  holdsPeople(chain: readonly string[]): boolean {
    const names = [...(this.#names.get(`>${chain.join("/")}`) ?? [])];
    return names.filter((name) => !this.#recurs(name)).length > 1 || (this.#allTops.size === 1 && names.length > 0);
  }

  /** Whether the name is one of several in its folder, and a common one nowhere. */
  isOneOfMany(folders: readonly string[], name: string): boolean {
    return (this.#names.get(folders.join("/"))?.size ?? 0) > 1 && !this.#recurs(name);
  }

  #recurs(name: string): boolean {
    const { size } = this.#tops.get(name) ?? { size: 0 };
    return size > 2 || (size > 1 && size === this.#allTops.size);
  }
}
