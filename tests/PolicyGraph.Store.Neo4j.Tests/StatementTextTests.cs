using PolicyGraph.Store.Neo4j.Query;

namespace PolicyGraph.Store.Neo4j.Tests;

public class StatementTextTests
{
    [Theory]
    [InlineData("RETURN [n1.name, size(x) + 1] AS a", "RETURN[n1.name,size(x)+1]AS a")]
    [InlineData("MATCH (n1)-[:ISSUED]->(n2) WHERE n1 <> n2 AND n2.x >= $p0", "MATCH(n1)-[:ISSUED]->(n2)WHERE n1<>n2 AND n2.x>=$p0")]
    [InlineData("CALL (*) { RETURN 1 } WITH * ORDER BY a", "CALL(*){RETURN 1}WITH*ORDER BY a")]
    [InlineData("RETURN 'a , b' + ' ( ' + '' + `x , y`", "RETURN 'a , b'+' ( '+''+`x , y`")]
    [InlineData("x < -1 AND y - 1 > 0", "x<-1 AND y - 1>0")]
    [InlineData("", "")]
    public void Blanks_that_part_nothing_go_and_those_within_quotes_stay(string text, string compact) =>
        Assert.Equal(compact, StatementText.Compact(text));
}
