/** The bounds that keep one hostile file from costing more than itself. */

/** Entries of one zip archive that are looked at. */
export const maxArchiveEntries = 200_000;

/** Archives found below folders that are opened; further ones are listed. */
export const maxArchives = 10_000;

/** All entries of an archive together may be this much larger than it; text compresses 20-fold, a bomb 1000-fold. */
export const maxInflation = 200;

/** What an archive may unpack to in any case. */
export const freeInflation = 10_000_000;

/** Bytes of a roster, an overrides file or an export's metadata. */
export const maxTableBytes = 50_000_000;

/** UTF-16 code units of a file's name in results, its folders included. */
export const longestName = 4000;
