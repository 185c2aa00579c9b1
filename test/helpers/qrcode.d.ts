/** The package brings no types: what the tests use of it. */
declare module 'qrcode' {
  interface Options {
    width?: number;
    margin?: number;
    errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H';
    color?: { dark?: string; light?: string };
    type?: 'svg' | 'utf8' | 'terminal';
    small?: boolean;
  }
  export function toBuffer(text: string, options?: Options): Promise<Buffer>;
  export function create(text: string, options?: Options): { modules: { size: number; data: Uint8Array } };
}
