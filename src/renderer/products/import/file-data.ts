/** The largest file that is given to the station, in bytes. */
export const fileMostBytes = 5 * 1024 * 1024;

/** A file's bytes as base64; null where the system does not give them. */
export function fileData(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      resolve(text.slice(text.indexOf(',') + 1));
    };
    reader.readAsDataURL(file);
  });
}
