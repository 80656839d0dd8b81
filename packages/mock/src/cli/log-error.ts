/** Prints an error to stderr, in one line. */
export function logError(message: string): void {
  process.stderr.write(`vpcep-mock: ${message.split("\n")[0]}\n`);
}
