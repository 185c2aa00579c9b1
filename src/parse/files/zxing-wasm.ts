import { readFileSync } from 'node:fs';
import { prepareZXingModule } from 'zxing-wasm/reader';

/**
 * Hands the barcode reader its WebAssembly from our own disk. The one file read in parsing, and of a file of ours: left
 * alone, zxing-wasm would fetch the module from a public CDN.
 */
export function loadZxing(): void {
  const bytes = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  prepareZXingModule({ overrides: { wasmBinary } });
}
