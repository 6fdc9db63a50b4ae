/** XML 1.0 elements as text; knows escaping and nothing of any schema. */

/** What XML 1.0 cannot hold in any form: most control characters, lone surrogates and two non-characters. */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Nearly all text is without any of these, which one look tells. */
const needsCare = /[^ !#-%'-;=?-~\u00a0-\ud7ff]/;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** For element content. */
export function xmlText(text: string): string {
  if (!needsCare.test(text)) return text;
  return text.replace(illegal, "").replace(/[&<>\r]/g, (character) => entities[character] ?? "");
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** ` name="value"` for each; line breaks survive, undefined is left out. */
export function xmlAttributes(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${name}="${attributeText(String(value))}"`;
  }
  return text;
}

function attributeText(text: string): string {
  if (!needsCare.test(text)) return text;
  return text.replace(illegal, "").replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? "");
}

/** `content` is XML already. */
export function xmlElement(name: string, attributes: Attributes, content = ""): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}
