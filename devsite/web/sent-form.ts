import type { Ask } from '../simulators/simulator';
import { unfit } from './sent';

/** What comes after the comma of a `data:` address, or the whole. */
const base64In = (text: string): string => text.slice(text.indexOf(',') + 1);

function fieldsIn(body: string): Readonly<Record<string, string>> {
  const fields: unknown = JSON.parse(body);
  if (typeof fields !== 'object' || fields === null) throw unfit('The form must be an object.');
  return fields as Readonly<Record<string, string>>;
}

/** The form of a page of the app, which comes as JSON, its file in Base64: as a form goes over the wire. */
export async function formOf(
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Pick<Ask, 'headers' | 'bytes'>> {
  const { file, __fileName, __fileType, ...others } = fieldsIn(body);
  const form = new FormData();
  for (const [name, value] of Object.entries(others)) form.append(name, String(value));
  if (file !== undefined) {
    const type = __fileType ?? 'application/octet-stream';
    form.append('file', new Blob([Buffer.from(base64In(file), 'base64')], { type }), __fileName ?? 'file');
  }
  const encoded = new Response(form);
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  const type = encoded.headers.get('content-type') ?? '';
  return {
    headers: { ...Object.fromEntries(kept), 'content-type': type },
    bytes: new Uint8Array(await encoded.arrayBuffer()),
  };
}
