/** Room to work in, of at least so many bytes; what is in it is left over from before. */
export type Scratch = (bytes: number) => ArrayBuffer

/** Room that the next call uses again, unless the memory is needed elsewhere before: the system takes its time to hand over clean memory. */
export function createScratch(): Scratch {
  let kept: WeakRef<ArrayBuffer> | undefined
  return (bytes) => {
    const room = kept?.deref()
    if (room !== undefined && room.byteLength >= bytes) return room
    const larger = new ArrayBuffer(bytes)
    kept = new WeakRef(larger)
    return larger
  }
}
