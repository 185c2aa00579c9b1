/** The package brings no types: what the tests use of it. */
declare module 'qrcode' {
  export function toBuffer(text: string, options?: { width?: number; margin?: number }): Promise<Buffer>;
}
