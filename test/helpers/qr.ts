import { deflateSync } from 'node:zlib';
import { create } from 'qrcode';

/** The modules of a QR code, row by row: true is dark. `quiet` is the white margin in modules. */
export function qrModules(text: string, quiet = 0): boolean[][] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => {
      const [row, column] = [y - quiet, x - quiet];
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      return inside && modules.data[row * modules.size + column] === 1;
    }),
  );
}

/** Modules as a grey PNG, `scale` pixels each; checksums are left empty. */
export function modulesAsPng(modules: boolean[][], scale: number): Buffer {
  const [width, height] = [(modules[0]?.length ?? 0) * scale, modules.length * scale];
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      lines[y * (width + 1) + 1 + x] = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
