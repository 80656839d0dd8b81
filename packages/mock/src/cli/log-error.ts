/** Says on standard error, in one line, what went wrong. */
export function complain(message: string): void {
  process.stderr.write(`vpcep-mock: ${message.split("\n")[0]}\n`);
}
