import type { Bitmap } from './bitmap.ts';

/** Something drawn without a picture that may be a code. */
export interface Drawing {
  bitmap: Bitmap;
  /** Where in the text it stands. */
  at: number;
}
