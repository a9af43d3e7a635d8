/** The largest file that is read, bytes; the station checks it again. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024;
/** So many bytes become letters at a time: more arguments than that no function takes. */
const AT_ONCE = 32_768;

/** A file's bytes as base64, for a frame to the station. */
export async function readAsBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const letters: string[] = [];
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    letters.push(String.fromCharCode(...bytes.subarray(from, from + AT_ONCE)));
  return btoa(letters.join(''));
}
