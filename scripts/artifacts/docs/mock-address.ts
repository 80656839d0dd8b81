/** The file that tells the console where a mock is; `pnpm start` puts the mock that it started in its place. */
export const MOCK_ADDRESS_FILE = "reference/assets/mock.js";

/** Content of that file: the address, if one is known. */
export function mockAddress(address = ""): string {
  return `window.mockAddress = ${JSON.stringify(address)};\n`;
}
