/**
 * Reads @types/google-apps-script and writes what the local host needs of the official reference as data:
 * every class with its methods and their parameter types, every enum with its keys, every global variable.
 * Run by build.mjs; the result is build/reference.json (never committed).
 *
 * Shape: { classes: { "Spreadsheet.Range": { methods: { getCell: [["number","number"]] },
 *   names: { getCell: [["row","column"]] }, fields: { BorderStyle: "Spreadsheet.BorderStyle" } } },
 *          enums: { "Spreadsheet.BorderStyle": ["DOTTED", …] }, globals: { SpreadsheetApp: "Spreadsheet.SpreadsheetApp" } }
 * A parameter type is "string", "number", "boolean", "any", a class or enum key, "<type>[]", a union "a|b";
 * a trailing "?" marks an optional parameter and a leading "..." a rest parameter.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const PRIMITIVE = {
  Integer: 'number',
  Byte: 'number',
  Char: 'string',
  BigNumber: 'any',
  Object: 'any',
  Blob: 'any',
};

/** @param {string} folder path of node_modules/@types/google-apps-script */
export function extractReference(folder) {
  const classes = {};
  const enums = {};
  const globals = {};
  const typeText = (node, namespace) => {
    if (!node) return 'any';
    if (ts.isParenthesizedTypeNode(node)) return typeText(node.type, namespace);
    if (ts.isUnionTypeNode(node)) {
      const parts = node.types.map((t) => typeText(t, namespace)).filter((t) => t !== 'undefined');
      return parts.includes('any') ? 'any' : [...new Set(parts)].join('|');
    }
    if (ts.isArrayTypeNode(node)) {
      const inner = typeText(node.elementType, namespace);
      return inner.includes('|') ? 'any[]' : `${inner}[]`;
    }
    if (ts.isLiteralTypeNode(node)) {
      if (node.literal.kind === ts.SyntaxKind.NullKeyword) return 'null';
      return ts.isStringLiteral(node.literal) ? 'string' : 'any';
    }
    if (ts.isTypeReferenceNode(node)) {
      const name = node.typeName.getText();
      if (name === 'Array' || name === 'ReadonlyArray') {
        const inner = typeText(node.typeArguments?.[0], namespace);
        return inner.includes('|') ? 'any[]' : `${inner}[]`;
      }
      if (name in PRIMITIVE) return PRIMITIVE[name];
      if (name === 'Date' || name.endsWith('.Date')) return 'Date';
      return name.includes('.') ? name.replace(/^GoogleAppsScript\./, '') : `${namespace}.${name}`;
    }
    const text = node.getText();
    return ['string', 'number', 'boolean', 'undefined', 'null'].includes(text) ? text : 'any';
  };
  const parameters = (list, namespace) =>
    list.map(
      (p) => (p.dotDotDotToken ? '...' : '') + typeText(p.type, namespace) + (p.questionToken ? '?' : ''),
    );
  const readInterface = (node, namespace) => {
    const key = `${namespace}.${node.name.text}`;
    classes[key] ??= { methods: Object.create(null), names: Object.create(null), fields: {}, extends: [] };
    const entry = classes[key];
    for (const clause of node.heritageClauses ?? [])
      for (const t of clause.types) {
        const name = t.expression.getText();
        entry.extends.push(name.includes('.') ? name : `${namespace}.${name}`);
      }
    for (const member of node.members) {
      if (!member.name) continue;
      const name = member.name.getText();
      if (ts.isMethodSignature(member)) {
        entry.methods[name] ??= [];
        entry.methods[name].push(parameters(member.parameters, namespace));
        entry.names[name] ??= [];
        entry.names[name].push(member.parameters.map((p) => p.name.getText()));
      } else if (ts.isPropertySignature(member) && member.type && ts.isTypeQueryNode(member.type)) {
        const target = member.type.exprName.getText();
        entry.fields[name] = target.includes('.') ? target : `${namespace}.${target}`;
      }
    }
  };
  const readNamespace = (node, path) => {
    for (const statement of node.body?.statements ?? []) {
      if (ts.isModuleDeclaration(statement)) readNamespace(statement, `${path}.${statement.name.text}`);
      else if (ts.isInterfaceDeclaration(statement)) readInterface(statement, path);
      else if (ts.isEnumDeclaration(statement))
        enums[`${path}.${statement.name.text}`] = statement.members.map((m) => m.name.getText());
    }
  };
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(folder, file), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    );
    for (const statement of source.statements) {
      if (ts.isModuleDeclaration(statement) && statement.name.text === 'GoogleAppsScript') {
        for (const inner of statement.body?.statements ?? [])
          if (ts.isModuleDeclaration(inner)) readNamespace(inner, inner.name.text);
      } else if (ts.isVariableStatement(statement)) {
        for (const d of statement.declarationList.declarations) {
          const type = d.type?.getText() ?? '';
          if (type.startsWith('GoogleAppsScript.'))
            globals[d.name.getText()] = type.replace('GoogleAppsScript.', '');
        }
      }
    }
  }
  return { classes, enums, globals };
}
