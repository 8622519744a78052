import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments of a command; ends the process with a sentence and the usage where they are not to be understood. */
export function readArgs<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** A whole number that an option has, within its bounds. */
export function wholeNumber(option: string, text: string, least = 1, most = 1_000_000_000): number {
  const number = Number(text);
  const isOne = /^-?\d+$/.test(text) && number >= least && number <= most;
  return isOne ? number : refuse(`${option} is a whole number from ${least} to ${most}, and not ${text}.`);
}

/** Ends the process with a sentence. */
export function refuse(says: string): never {
  console.error(says);
  process.exit(1);
}
