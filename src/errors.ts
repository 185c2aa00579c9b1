/** A fault that the person who runs lurecheck can mend: printed as it stands, without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** The message of anything thrown, for logs: never a stack with content in it, never longer than a line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 300);
}
