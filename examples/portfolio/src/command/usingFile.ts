import { Refusal } from './Refusal.js'

/** Does something with a file; where the file system refuses, so does the command. */
export async function usingFile<Result>(file: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw isSystemError(error) ? new Refusal('file-unusable', { file, reason: error.code }) : error
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && typeof (error as NodeJS.ErrnoException).code === 'string'
}
