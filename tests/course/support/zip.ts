/** Writes zip archives for tests, broken and hostile ones too. */

import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** Told in place of the real size. */
  readonly claimedSize?: number;
  readonly wrongChecksum?: true;
  /** General purpose flags; the usual one says that the name is UTF-8. */
  readonly flags?: number;
  /** Unix file type and permissions. */
  readonly mode?: number;
  /** DOS date and time. */
  readonly modified?: number;
}

export function zip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {
    name,
    content,
    claimedSize,
    wrongChecksum,
    mode = 0o100644,
    flags = 0x0800,
    modified = 0x5a21_0000,
  } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(modified, 6);
    fields.writeUInt32LE((crc32(bytes) ^ (wrongChecksum === true ? 1 : 0)) >>> 0, 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedSize ?? bytes.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((mode << 16) >>> 0) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), fields, tail, nameBytes);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\u0005\u0006"), end]);
}
