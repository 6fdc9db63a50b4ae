/** What page.js finds: the data that page.ts and data.ts put beside it, and the elements that studentList.ts makes. */

export interface PageData {
  readonly language: "en" | "de";
  readonly labels: ReturnType<typeof import("../labels.ts").clientLabels>;
  readonly exercises: readonly {
    readonly id: string;
    readonly maxPoints: number;
    /** Ids, and the most points. */
    readonly items: readonly (readonly [id: string, maxPoints: number])[];
  }[];
  readonly messages: readonly string[];
  /** Packed as data.ts does; students.js unpacks them. */
  // biome-ignore lint/suspicious/noExplicitAny: data.ts knows what is in them, and tests read it back.
  readonly reports: readonly any[][];
}

export interface PageElements {
  readonly data: HTMLScriptElement;
  readonly students: HTMLElement;
  readonly search: HTMLInputElement;
  readonly filter: HTMLSelectElement;
  readonly shown: HTMLOutputElement;
  readonly list: HTMLTableElement;
  readonly more: HTMLButtonElement;
  readonly details: HTMLDialogElement;
  readonly "details-name": HTMLElement;
  readonly "details-total": HTMLElement;
  readonly "details-body": HTMLElement;
  readonly previous: HTMLButtonElement;
  readonly next: HTMLButtonElement;
  readonly close: HTMLButtonElement;
}
