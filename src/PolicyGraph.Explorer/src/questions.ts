/** The tabs that the page opens with: questions that researchers ask, each one operation. */
export const questions: string[] = [
  `# Which agencies issued which policies, most first?
{
  agencies(first: 10) {
    nodes {
      name
      issued(first: 5) {
        edges { date joint issuers node { name } evidence { quote document { title publishedOn } } }
      }
    }
  }
}
`,
];
