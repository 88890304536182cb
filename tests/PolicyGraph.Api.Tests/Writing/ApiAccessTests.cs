using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Writing;

namespace PolicyGraph.Api.Tests.Writing;

public sealed class ApiAccessTests
{
    private static readonly ApiKey Reader = new("reader", "reading-secret-0001", ApiRights.Read);
    private static readonly ApiKey Curator = new("curator", "writing-secret-0001", ApiRights.Write);

    [Theory]
    [InlineData(false, null, ApiRights.Read)]
    [InlineData(false, "Bearer writing-secret-0001", ApiRights.Write)]
    [InlineData(false, "bearer writing-secret-0001", ApiRights.Write)]
    [InlineData(false, "Bearer writing-secret-0002", ApiRights.Read)]
    [InlineData(false, "Basic writing-secret-0001", ApiRights.Read)]
    [InlineData(true, null, ApiRights.None)]
    [InlineData(true, "Bearer ", ApiRights.None)]
    [InlineData(true, "Bearer reading-secret-0001", ApiRights.Read)]
    [InlineData(true, "Bearer writing-secret-0001", ApiRights.Write)]
    public void A_request_has_the_rights_of_its_key(bool readingNeedsKey, string? header, ApiRights rights)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = header;
        Assert.Equal(rights, new ApiAccess([Reader, Curator], readingNeedsKey).RightsOf(request));
    }

    [Fact]
    public void A_short_secret_is_none() => Assert.Throws<ArgumentException>(() => new ApiKey("anyone", "short", ApiRights.Read));
}
