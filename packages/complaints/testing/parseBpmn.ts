/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle'

/** A point of an arrow. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where something stands. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** An element of a BPMN document, as much of it as tests look at, as bpmn-moddle reads it. */
export interface BpmnElement {
  readonly $type: string
  readonly $attrs: { readonly [name: string]: string }
  readonly id: string
  readonly name?: string
  readonly documentation?: readonly { readonly text: string }[]
  readonly rootElements: readonly BpmnElement[]
  readonly flowElements: readonly BpmnElement[]
  readonly participants: readonly BpmnElement[]
  readonly processRef: BpmnElement
  readonly laneSets?: readonly { readonly lanes: readonly BpmnElement[] }[]
  readonly flowNodeRef: readonly BpmnElement[]
  readonly incoming?: readonly BpmnElement[]
  readonly outgoing?: readonly BpmnElement[]
  readonly sourceRef: BpmnElement
  readonly targetRef: BpmnElement
  readonly diagrams: readonly { readonly plane: { readonly bpmnElement: BpmnElement; readonly planeElement: readonly BpmnShape[] } }[]
}

/** Where an element is drawn. */
export interface BpmnShape {
  readonly $type: string
  readonly id: string
  readonly bpmnElement: BpmnElement
  readonly bounds: Box
  readonly waypoint: readonly Point[]
  readonly label?: { readonly bounds: Box }
}

/** Parses a BPMN document. */
export async function parseBpmn(xml: string): Promise<{ readonly definitions: BpmnElement; readonly warnings: readonly unknown[] }> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml)
  return { definitions: rootElement as BpmnElement, warnings }
}
