/** The largest file that is read, in bytes. */
export const fileMostBytes = 5 * 1024 * 1024;
/** The most products of one file. */
export const rowsMost = 5_000;
/** The most columns that are looked at. */
export const columnsMost = 400;
/** The most that a workbook may unpack to, in bytes: a small file can hold gigabytes of nothing. */
export const unpackedMostBytes = 60 * 1024 * 1024;
/** The most parts that a workbook may have. */
export const partsMost = 300;

/** A sheet as text: cells by line, empty ones as "". The first line is line 1. */
export type Table = readonly (readonly string[])[];

/** Why a file gives no table. */
export type TableProblem = {
  readonly code: 'unreadable' | 'too-large' | 'too-many-rows';
  readonly detail: string;
};
