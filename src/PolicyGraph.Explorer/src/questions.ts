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
  `# How many policies did each agency issue in each year?
query ByYearAndAgency {
  policies(where: { issuedBy: { some: {} } }) {
    groups(by: [{ issuedBy: { date: YEAR } }, { issuedBy: { name: VALUE } }]) {
      keys { value }
      count
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
  `# What is there to measure? Then one indicator as a series: levels, growth and targets side by side.
query Series {
  indicators(search: "生产总值", orderBy: [{ statistics: { count: DESC } }], first: 5) { nodes { name points subjects } }
  metric(indicator: "国内生产总值", subject: "中国") {
    unit
    series {
      subject { name }
      points { period { label } value comparator statistic { evidence(first: 1) { quote document { title } } } }
      growth { period { label } value }
      targets { period { label } value comparator }
    }
  }
}
`,
  `# Search: short forms, traditional characters and pinyin initials find the official name.
query Search {
  search(text: "火炬中心", first: 5) {
    edges { score node { type name aliases } highlights { field text start end } }
  }
  initials: search(text: "kxjsb", first: 3) { nodes { type name } }
}
`,
  `# How are two linked? The shortest ways, with what papers say of each step.
query Linked {
  path(from: "科学技术部", to: "工业和信息化部") {
    length
    paths { steps { relation forward from { name } to { name } evidence(first: 1) { quote document { title } } } }
  }
}
`,
  `# What does a paper alone support? What would go if it were removed.
query OnlyHere {
  documents(first: 3) {
    nodes {
      title
      publishedOn
      relations(onlyHere: true, first: 10) { totalCount nodes { relation from { name } to { name } evidence(first: 1) { quote } } }
      findings { check agrees message }
    }
  }
}
`,
];
