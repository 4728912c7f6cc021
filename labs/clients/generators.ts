/** One client generator, and the shell commands that put it to the test in a folder of its own, where the edition is `openapi.yaml`. */
export interface Generator {
  readonly name: string;
  readonly language: string;
  /** Which edition of the document it reads. */
  readonly edition: 'clients' | '3.0';
  /** Its scenario, from `scenarios/`, and how the file is called in the folder. */
  readonly scenario: readonly [file: string, as: string];
  /** How it is built, likewise, where the generator does not say so. */
  readonly build?: readonly [file: string, as: string];
  readonly installs: string;
  readonly generates: string;
  readonly compiles: string;
  readonly carriesOut: string;
}

const TSC =
  'npx tsc --noEmit --strict --skipLibCheck --module nodenext --target es2022 --allowImportingTsExtensions --types node';
const NPM =
  'npm init -y >/dev/null && npm pkg set type=module && echo {} >tsconfig.json && npm i --no-audit --no-fund typescript@5.9.3 tsx@4.23.15 @types/node@20.19.43';
const JAR = 'openapi-generator-cli-7.14.0.jar';
const OPENAPI_GENERATOR = `mvn -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.14.0 -DoutputDirectory=.`;
/** Maven compiles, and writes what else is run into a file. */
const MVN = 'mvn -B -q compile dependency:build-classpath -Dmdep.outputFile=classpath';
const JVM = 'java -cp target/classes:$(cat classpath)';
const GO_MODULE = 'test -f go.mod || go mod init scenario';

/** Those that install quickest come first. */
export const GENERATORS: readonly Generator[] = [
  {
    name: 'openapi-typescript 7.13.0 with openapi-fetch 0.17.0',
    language: 'TypeScript',
    edition: 'clients',
    scenario: ['openapi-fetch.ts', 'scenario.ts'],
    installs: `${NPM} openapi-typescript@7.13.0 openapi-fetch@0.17.0`,
    generates: 'npx openapi-typescript openapi.yaml -o client.ts',
    compiles: `${TSC} scenario.ts`,
    carriesOut: 'npx tsx scenario.ts',
  },
  {
    name: '@hey-api/openapi-ts 0.95.0',
    language: 'TypeScript',
    edition: 'clients',
    scenario: ['hey-api.ts', 'scenario.ts'],
    installs: `${NPM} @hey-api/openapi-ts@0.95.0`,
    generates: 'npx openapi-ts -i openapi.yaml -o client',
    compiles: `${TSC.replace('--module nodenext', '--module esnext --moduleResolution bundler')} scenario.ts`,
    carriesOut: 'npx tsx scenario.ts',
  },
  {
    name: 'orval 7.13.2',
    language: 'TypeScript',
    edition: 'clients',
    scenario: ['orval.ts', 'scenario.ts'],
    installs: `${NPM} orval@7.13.2`,
    generates: 'npx orval --input openapi.yaml --output client.ts --client fetch --mode single',
    compiles: `${TSC.replace('--module nodenext', '--module esnext --moduleResolution bundler --lib es2022,dom')} scenario.ts`,
    carriesOut: 'npx tsx scenario.ts',
  },
  {
    name: 'openapi-python-client 0.29.1',
    language: 'Python',
    edition: 'clients',
    scenario: ['../../../examples/typed-client/python_client.py', 'scenario.py'],
    installs:
      'python3 -m venv venv && venv/bin/pip install -q openapi-python-client==0.29.1 mypy==2.4.1 python-dateutil types-python-dateutil',
    generates:
      'venv/bin/openapi-python-client generate --path openapi.yaml --output-path client --overwrite --meta none && rm -rf wuts_groups_and_communities_client && mv client wuts_groups_and_communities_client',
    compiles: 'venv/bin/mypy scenario.py',
    carriesOut: 'venv/bin/python scenario.py',
  },
  {
    name: 'oapi-codegen 2.8.2',
    language: 'Go',
    edition: '3.0',
    scenario: ['oapi-codegen.go', 'main.go'],
    installs: `GOBIN=$PWD/bin go install github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 && ${GO_MODULE}`,
    generates:
      'mkdir -p wuts && bin/oapi-codegen -generate types,client -package wuts openapi.yaml > wuts/client.go',
    compiles: 'go mod tidy 2>&1 && go vet ./... && go build -o scenario .',
    carriesOut: './scenario',
  },
  {
    name: 'ogen 1.25.0',
    language: 'Go',
    edition: '3.0',
    scenario: ['../../../examples/typed-client/go_client.go', 'main.go'],
    installs: `GOBIN=$PWD/bin go install github.com/ogen-go/ogen/cmd/ogen@v1.25.0 && ${GO_MODULE}`,
    generates: 'bin/ogen --target wuts --package wuts --clean openapi.yaml',
    compiles: 'go mod tidy 2>&1 && go vet ./... && go build -o scenario .',
    carriesOut: './scenario',
  },
  {
    name: 'openapi-generator 7.14.0, python',
    language: 'Python',
    edition: '3.0',
    scenario: ['openapi_generator.py', 'scenario.py'],
    installs: `${OPENAPI_GENERATOR} && python3 -m venv venv && venv/bin/pip install -q mypy==2.4.1 pydantic urllib3 python-dateutil types-python-dateutil typing-extensions`,
    generates: `java -jar ${JAR} generate -i openapi.yaml -g python -o . --package-name wuts >log.txt`,
    compiles: 'venv/bin/mypy --follow-imports=silent scenario.py',
    carriesOut: 'venv/bin/python scenario.py',
  },
  {
    name: 'openapi-generator 7.14.0, typescript-fetch',
    language: 'TypeScript',
    edition: '3.0',
    scenario: ['openapi-generator.ts', 'scenario.ts'],
    installs: `${NPM} && ${OPENAPI_GENERATOR}`,
    generates: `java -jar ${JAR} generate -i openapi.yaml -g typescript-fetch -o client >log.txt`,
    compiles: `${TSC.replace('--module nodenext', '--module esnext --moduleResolution bundler --lib es2022,dom')} scenario.ts`,
    carriesOut: 'npx tsx scenario.ts',
  },
  {
    name: 'openapi-generator 7.14.0, go',
    language: 'Go',
    edition: '3.0',
    scenario: ['openapi-generator.go', 'main.go'],
    installs: `${OPENAPI_GENERATOR} && (${GO_MODULE})`,
    generates: `java -jar ${JAR} generate -i openapi.yaml -g go -o wuts --package-name wuts >log.txt && rm -rf wuts/go.mod wuts/go.sum wuts/test`,
    compiles: 'go mod tidy 2>&1 && go build -o scenario .',
    carriesOut: './scenario',
  },
  {
    name: 'openapi-generator 7.14.0, java',
    language: 'Java',
    edition: '3.0',
    scenario: ['openapi-generator.java', 'src/main/java/Scenario.java'],
    installs: OPENAPI_GENERATOR,
    generates: `java -jar ${JAR} generate -i openapi.yaml -g java --library native -o . --invoker-package wuts --api-package wuts.api --model-package wuts.model >log.txt`,
    compiles: MVN,
    carriesOut: `${JVM} Scenario`,
  },
  {
    name: 'openapi-generator 7.14.0, kotlin',
    language: 'Kotlin',
    edition: '3.0',
    scenario: ['openapi-generator.kt', 'src/main/kotlin/Scenario.kt'],
    build: ['kotlin.pom.xml', 'pom.xml'],
    installs: OPENAPI_GENERATOR,
    generates: `java -jar ${JAR} generate -i openapi.yaml -g kotlin -o . --package-name wuts --additional-properties serializationLibrary=gson,generateOneOfAnyOfWrappers=true --model-name-mappings Success=SuccessAnswer >log.txt`,
    compiles: MVN,
    carriesOut: `${JVM} ScenarioKt`,
  },
];
