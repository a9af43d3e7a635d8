import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openReadOnly } from '#station/database/open-read-only.ts';
import { latestPrintJobs, type PrintJobRow } from '#station/database/print-jobs.ts';
import { readBytes } from '#station/database/stored-bytes.ts';
import { previewFile } from '#station/labelling/label-preview.ts';
import { expect } from '../window/patient-expect.ts';
import type { DemoWindow } from './demo-window.ts';

const labelsMost = 1_000;

/** Copies every label that was printed, as the printer's bytes and as a picture; answers the names without ending. */
export async function keepLabels(demoHome: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const opened = openReadOnly(join(demoHome, 'bench.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  const db = opened.value;
  try {
    const jobs = [...latestPrintJobs(db, labelsMost)].reverse();
    const names = jobs.map((job) => nameOf(job, jobs));
    for (const [index, job] of jobs.entries()) {
      const zpl = readBytes(demoHome, { file: job.bytesFile, sha256: job.bytesSha256 });
      if (!zpl.ok) throw new Error(`the label of ${job.posting} is ${zpl.error.code}`);
      await writeFile(join(folder, `${names[index]}.zpl`), zpl.value);
      await copyFile(previewFile(demoHome, job.bytesSha256), join(folder, `${names[index]}.png`));
    }
    return names;
  } finally {
    db.close();
  }
}

/** The posting's number, and what tells its labels apart where it has several. */
function nameOf(job: PrintJobRow, jobs: readonly PrintJobRow[]): string {
  const isOneOfSeveral = jobs.some(
    ({ posting, packageN }) => posting === job.posting && packageN !== job.packageN,
  );
  return [
    job.posting ?? 'document',
    ...(isOneOfSeveral ? [`package-${job.packageN}`] : []),
    ...(job.kind === 'interim' ? ['interim'] : []),
  ].join('-');
}

/** Exports the day's manifest through the shift screen in every format and copies the files; answers their names. */
export async function keepManifests(
  { page }: DemoWindow,
  folder: string,
  packages: number,
): Promise<string[]> {
  const names: string[] = [];
  for (const format of ['xlsx', 'csv', 'pdf']) {
    await page.getByTestId(`export-${format}`).click();
    const result = page.getByTestId('export-result');
    await expect(result).toContainText(`.${format}`);
    await expect(result).toContainText(String(packages));
    const file = (await result.locator('b').innerText()).trim();
    if ((await stat(file)).size === 0) throw new Error(`${file} is empty`);
    await copyFile(file, join(folder, basename(file)));
    names.push(basename(file));
  }
  return names;
}
