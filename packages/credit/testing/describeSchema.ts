import { schemaTests } from '../../core/testing/schemaTests.js'
import { jsonSchemas } from '../src/schemas.js'
import { spoil } from './spoil.js'

export { issuesOfVerb } from '../../core/testing/schemaTests.js'

export const { describeSchema, isValid } = schemaTests(jsonSchemas, spoil)
