/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test code, never shipped: joins paths */
import { posix } from 'node:path';
import ts from 'typescript';

/** What a source file takes from others and gives to them. */
export interface Module {
	/** In the repository, with slashes: `nodes/Growlytics/shorten.ts`. */
	path: string;
	/** Paths of the modules that it imports, for their types alone or when it is run too. */
	imports: string[];
	/** Names of the things that it declares and exports. */
	declares: string[];
	/** Names that it exports and that another module declares; `*` for all of them. */
	forwards: string[];
}

/**
 * @param sources text by path
 * @returns one module for each source, with the imports that lead to another of the sources
 */
export function readModules(sources: ReadonlyMap<string, string>): Module[] {
	return [...sources].map(([path, text]) => {
		const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
		const imports = importedTexts(file)
			.filter((specifier) => specifier.startsWith('.'))
			.map((specifier) => `${posix.join(posix.dirname(path), specifier)}.ts`)
			.filter((imported) => sources.has(imported));
		return { path, imports: [...new Set(imports)], ...exportsOf(file) };
	});
}

/** The texts between the quotes of `import` and `export ... from`, of `import()` as a value or a type, of `require()`. */
function importedTexts(file: ts.SourceFile): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node) => {
		const specifier = specifierOf(node);
		if (specifier && ts.isStringLiteralLike(specifier)) texts.push(specifier.text);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return texts;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
	if (ts.isExternalModuleReference(node)) return node.expression;
	if (ts.isImportTypeNode(node))
		return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
	if (!ts.isCallExpression(node)) return undefined;
	const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
	const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
	return isRequire || isImport ? node.arguments[0] : undefined;
}

function exportsOf(file: ts.SourceFile): Pick<Module, 'declares' | 'forwards'> {
	const imported = importedNames(file);
	const declares = new Set<string>();
	const forwards = new Set<string>();
	const add = (name: string, isForwarded: boolean) => (isForwarded ? forwards : declares).add(name);
	for (const statement of file.statements) {
		if (ts.isExportDeclaration(statement)) {
			const { exportClause, moduleSpecifier } = statement;
			if (!exportClause || !ts.isNamedExports(exportClause)) {
				add('*', true);
				continue;
			}
			for (const { name, propertyName = name } of exportClause.elements) {
				add(name.text, moduleSpecifier !== undefined || imported.has(propertyName.text));
			}
			continue;
		}
		if (!ts.canHaveModifiers(statement)) continue;
		const modifiers = ts.getModifiers(statement) ?? [];
		if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
		for (const [name, source] of declaredBy(statement)) {
			add(name, source !== undefined && imported.has(source));
		}
	}
	return { declares: [...declares], forwards: [...forwards] };
}

function importedNames(file: ts.SourceFile): ReadonlySet<string> {
	const names = new Set<string>();
	for (const statement of file.statements) {
		if (!ts.isImportDeclaration(statement) || !statement.importClause) continue;
		const { name, namedBindings } = statement.importClause;
		if (name) names.add(name.text);
		if (!namedBindings) continue;
		const bindings = ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
		for (const binding of bindings) names.add(binding.name.text);
	}
	return names;
}

/** A name, and the one that it merely is another name for. */
type Declared = [name: string, source?: string | undefined];

function declaredBy(statement: ts.Statement): Declared[] {
	if (ts.isVariableStatement(statement)) {
		return statement.declarationList.declarations.flatMap(({ name, initializer }): Declared[] => {
			if (!ts.isIdentifier(name)) return boundNames(name).map((bound) => [bound]);
			const isName = initializer !== undefined && ts.isIdentifier(initializer);
			return [[name.text, isName ? initializer.text : undefined]];
		});
	}
	if (ts.isTypeAliasDeclaration(statement)) {
		const { name, type } = statement;
		const isName = ts.isTypeReferenceNode(type) && !type.typeArguments;
		return [[name.text, isName ? type.typeName.getText() : undefined]];
	}
	const isNamed =
		ts.isFunctionDeclaration(statement) ||
		ts.isClassDeclaration(statement) ||
		ts.isInterfaceDeclaration(statement) ||
		ts.isEnumDeclaration(statement);
	return isNamed && statement.name ? [[statement.name.text]] : [];
}

function boundNames(pattern: ts.BindingPattern): string[] {
	return pattern.elements.flatMap((element) => {
		if (ts.isOmittedExpression(element)) return [];
		return ts.isIdentifier(element.name) ? [element.name.text] : boundNames(element.name);
	});
}
