// A TypeDoc plugin: exported names are unique across the packages, so `{@link name}` needs no import to lead there.
import { ReflectionKind } from 'typedoc'

export function load({ converter }) {
  converter.addUnknownSymbolResolver((reference, reflection, part) => {
    const path = reference.symbolReference?.path ?? []
    if (part === undefined || path.length !== 1) return undefined
    const exported = reflection.project.getReflectionsByKind(ReflectionKind.SomeExport)
    const target = exported.find(({ name, parent }) => name === path[0].path && parent?.kindOf(ReflectionKind.SomeModule))
    return target && { target, caption: target.name }
  })
}
