/** XML 1.0 elements as text. */

/** What XML 1.0 cannot hold in any form: most control characters, lone surrogates and two non-characters. */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** For element content. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>\r]/g);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** ` name="value"` for each; line breaks survive, undefined is left out. */
export function xmlAttributes(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${escaped(String(value), /[&<>"\t\n\r]/g)}"`;
  }
  return text;
}

function escaped(text: string, special: RegExp): string {
  return text.replace(illegal, "").replace(special, (character) => `&#${character.charCodeAt(0)};`);
}

/** `content` is XML already. */
export function xmlElement(name: string, attributes: Attributes, content = ""): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}
