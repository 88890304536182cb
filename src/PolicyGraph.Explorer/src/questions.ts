/** The tabs that the page opens with: questions that researchers ask, each one operation. */
export const questions: string[] = [
  `# Which agencies issued which policies, most first?
query MostIssued {
  agencies(orderBy: [{ issued: { count: DESC } }], first: 10) {
    nodes {
      name
      issued(first: 5) {
        totalCount
        edges {
          date
          joint
          issuers
          node { name documentNumber }
          evidence(first: 1) { quote document { title publishedOn } }
        }
      }
    }
  }
}
`,
  `# Who held the events, and where?
query EventsAndVenues {
  events(first: 10) {
    nodes {
      name
      organizedBy { edges { role node { name } } }
      heldIn { edges { date node { type name } } }
    }
  }
}
`,
  `# What do policies aim at, and who has to carry them out?
query Targets {
  policies(where: { targets: { some: {} } }, first: 10) {
    nodes {
      name
      responsibleAgencies { nodes { name } }
      targets { nodes { indicator comparator value unit period { label } } }
    }
  }
}
`,
  `# Which organizations drafted most standards?
query Drafters {
  organizations(where: { drafted: { some: {} } }, orderBy: [{ drafted: { count: DESC } }], first: 10) {
    nodes { name drafted { totalCount nodes { name } } }
  }
}
`,
  `# One indicator as a series: levels, growth and targets side by side.
query Series {
  metric(indicator: "国内生产总值", subject: "中国") {
    unit
    series {
      subject { name }
      points { period { label } value comparator }
      growth { period { label } value }
      targets { period { label } value comparator }
    }
  }
}
`,
];
