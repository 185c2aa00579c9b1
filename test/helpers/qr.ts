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
