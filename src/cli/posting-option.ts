import { InvalidArgumentError, Option } from 'commander';
import { PostingNumber } from '#domain/ids.ts';

/** `--posting`, which must be given and must be a number that a posting can have. */
export function postingOption(): Option {
  return new Option('--posting <number>', "the posting's number")
    .argParser(postingNumber)
    .makeOptionMandatory();
}

/** Reads a number that a posting can have. */
export function postingNumber(text: string): PostingNumber {
  const parsed = PostingNumber.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('1 to 64 characters are needed');
  return parsed.data;
}
